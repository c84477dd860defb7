package org.tongdao.loading;

/** Where one box stands: its corner nearest to the front wall, left side and floor, and its sides along the same axes, in millimetres. */
public record Placement(String id, int x, int y, int z, int dx, int dy, int dz, long grossG) {}
