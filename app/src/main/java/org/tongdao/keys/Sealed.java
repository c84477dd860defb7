package org.tongdao.keys;

/** A sealed message, and the name of the certificate it was sealed with. */
public record Sealed(byte[] bytes, String keyName) {}
