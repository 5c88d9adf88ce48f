package de.foerderkreis.benchmarks;

import de.foerderkreis.devstack.DevStack;
import de.foerderkreis.devstack.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts a stack of its own, warms it up and measures. Arguments: rate per second, seconds per run,
 * runs. The result file says on what and how it was measured.
 */
public final class Benchmarks {

    private static final int PORT_BASE = 20080;

    /** The floor varies little: a minute beside each run is enough to compare with. */
    private static final Duration FLOOR = Duration.ofSeconds(60);

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        double rate = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 20;
        var length = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 300);
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        var root = Options.findRoot();
        var data = root.resolve("infra/benchmarks/target/stack");
        var results = new ArrayList<Map<String, Object>>();
        try (var stack = DevStack.start(Options.forTest(data, PORT_BASE).withSpeed(true))) {
            var story = stack.story(System.out::println);
            story.playTo(LocalDate.of(2014, 2, 17));
            var submit = new SubmitStatement(stack, story);
            var floor = new BareFloor(stack);
            System.out.println("warming up");
            floor.measure(rate, Duration.ofSeconds(15));
            submit.measure(rate, Duration.ofSeconds(Math.min(60, length.toSeconds())));
            for (int run = 1; run <= runs; run++) {
                var bare = floor.measure(rate, FLOOR);
                var product = submit.measure(rate, length);
                var result = new LinkedHashMap<String, Object>();
                result.put("run", run);
                result.put("floor", bare.summary());
                result.put("answered", product.answered().summary());
                result.put("visible", product.visible().summary());
                result.put("mailed", product.mailed().summary());
                result.put("failed", product.failed());
                results.add(result);
                System.out.println(result);
            }
        }
        var report = new LinkedHashMap<String, Object>();
        report.put(
                "what",
                "submit-statement through the gateway, open loop, beside the bare floor of the same run");
        report.put("rate_per_second", rate);
        report.put("seconds_per_run", length.toSeconds());
        report.put("seconds_of_floor_per_run", FLOOR.toSeconds());
        report.put("measured_at", Instant.now().toString());
        report.put("commit", commit(root));
        report.put(
                "machine",
                "%d cores, %s, JDK %s, durable commits (synchronous_commit=on)"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name"),
                                Runtime.version()));
        report.put("runs", results);
        var file = root.resolve("docs/benchmarks/submit-statement.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(report)
                        + "\n");
        System.out.println("written to " + root.relativize(file));
    }

    private static String commit(Path root) throws Exception {
        var git =
                new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .start();
        return new String(
                        git.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8)
                .strip();
    }
}
