package org.tongdao.keys;

import org.tongdao.customs.Signer;

/** A line of the list of keys. */
record KeyLine(String name, String kind, Signer signer, Pace pace) {}
