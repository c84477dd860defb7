package org.tongdao.guard.misuse;

import org.springframework.modulith.Modulithic;

/** A tiny application that breaks the rules on purpose, so that {@code ModularityTest} can show that its guard bites. */
@Modulithic
public class MisuseApplication {}
