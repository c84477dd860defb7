package org.tongdao.consolidation;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** {@code bin/tongdao pack} as a test calls it; what it prints is that of the last call. */
record PackTool(StringWriter out, StringWriter err) {

    int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(new PackCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
