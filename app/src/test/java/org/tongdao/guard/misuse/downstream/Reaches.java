package org.tongdao.guard.misuse.downstream;

import org.tongdao.guard.misuse.upstream.inner.Inside;

public class Reaches {
    Inside inside = new Inside();
}
