package org.tongdao.keys;

/** A key that is somewhere else and may be gone. */
interface Probed {

    /** Returns when the key is there and still the one it was; throws in words otherwise. Makes no signature. */
    void probe();
}
