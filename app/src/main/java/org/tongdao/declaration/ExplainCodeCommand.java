package org.tongdao.declaration;

import java.util.List;
import java.util.concurrent.Callable;
import org.tongdao.customs.Advice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao customs explain CODE…}: what an official code means and what to do. */
@Command(
        name = "explain",
        description = "explain codes of receipts: cause and fix, zh and en",
        mixinStandardHelpOptions = true)
final class ExplainCodeCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "CODE",
            description = "such as 500 or -621029 (write -- before negative codes)")
    private List<String> codes = List.of();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        var advice = codes.stream().map(Advice::of).toList();
        if (json) {
            System.out.println(JsonMapper.builder().build().writeValueAsString(advice));
        } else {
            advice.forEach(ExplainCodeCommand::print);
        }
        return advice.stream().allMatch(a -> a.mapped() || !a.official().isEmpty()) ? 0 : 1;
    }

    private static void print(Advice advice) {
        System.out.println(advice.code() + (advice.mapped() ? "" : "  (no advice written yet)"));
        System.out.println("  原因  " + advice.causeZh());
        System.out.println("  cause " + advice.causeEn());
        System.out.println("  处理  " + advice.fixZh());
        System.out.println("  fix   " + advice.fixEn());
    }
}
