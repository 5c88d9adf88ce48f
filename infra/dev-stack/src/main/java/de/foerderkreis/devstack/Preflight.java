package de.foerderkreis.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What would make a start fail late and unclearly, checked before anything is started. */
final class Preflight {

    private static final long DISK_BYTES = 2L << 30;
    private static final long MEMORY_KILOBYTES = 2L << 20;
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

    private Preflight() {}

    static void check(Setup setup, List<String> parts) throws IOException {
        ports(setup, parts);
        disk(setup.options().data());
        if (parts.size() == DevStack.PARTS.size()) {
            memory();
        }
    }

    private static void ports(Setup setup, List<String> parts) {
        setup.ports()
                .all()
                .forEach((port, part) -> {
                    boolean needed =
                            parts.contains(part)
                                    || part.equals(DemoStory.STEP) && setup.options().story();
                    if (needed && !Sockets.isFree(port)) {
                        throw new StackFailure(
                                "Port %d, which %s needs, is in use by another program; end that program or choose other ports, for example ./start --port-base %d."
                                        .formatted(port, part, setup.ports().base() + 1000));
                    }
                });
    }

    private static void disk(Path data) throws IOException {
        var free = Files.getFileStore(data).getUsableSpace();
        if (free < DISK_BYTES) {
            throw new StackFailure(
                    "Only %d MB are free where %s lies, at least 2048 are needed; free some space or choose another folder with --data."
                            .formatted(free >> 20, data));
        }
    }

    private static void memory() throws IOException {
        var file = Path.of("/proc/meminfo");
        if (!Files.isReadable(file)) {
            return;
        }
        var available = AVAILABLE.matcher(Files.readString(file));
        if (available.find() && Long.parseLong(available.group(1)) < MEMORY_KILOBYTES) {
            throw new StackFailure(
                    "Only %d MB of memory are available, the stack needs about 2500; close some programs and try again."
                            .formatted(Long.parseLong(available.group(1)) >> 10));
        }
    }
}
