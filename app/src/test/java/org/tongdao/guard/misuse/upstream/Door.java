package org.tongdao.guard.misuse.upstream;

public class Door {}
