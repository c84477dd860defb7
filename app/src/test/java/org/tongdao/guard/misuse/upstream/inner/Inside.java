package org.tongdao.guard.misuse.upstream.inner;

public class Inside {}
