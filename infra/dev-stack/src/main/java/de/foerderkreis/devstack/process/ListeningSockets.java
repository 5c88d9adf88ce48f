package de.foerderkreis.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Which addresses processes listen on, read from Linux's {@code /proc}; elsewhere nothing is known.
 */
public final class ListeningSockets {

    private static final String LISTEN = "0A";

    private ListeningSockets() {}

    /** Whether this operating system can be asked. */
    public static boolean readable() {
        return Files.isReadable(Path.of("/proc/net/tcp"));
    }

    /** Addresses on which one of the processes or their descendants accepts connections. */
    public static List<InetSocketAddress> of(Collection<Long> pids) {
        var inodes = new HashSet<String>();
        for (long pid : pids) {
            inodes.addAll(socketInodes(pid));
            ProcessHandle.of(pid)
                    .ifPresent(p ->
                            p.descendants().forEach(d -> inodes.addAll(socketInodes(d.pid()))));
        }
        var addresses = new ArrayList<InetSocketAddress>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (Files.isReadable(Path.of(table))) {
                addresses.addAll(listening(Path.of(table), inodes));
            }
        }
        return addresses;
    }

    private static Set<String> socketInodes(long pid) {
        var inodes = new HashSet<String>();
        try (var descriptors = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                var target = Files.readSymbolicLink(descriptor).toString();
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return inodes; // the process ended, or a descriptor was closed, while it was looked at
        }
        return inodes;
    }

    private static List<InetSocketAddress> listening(Path table, Set<String> inodes) {
        try (var lines = Files.lines(table)) {
            return lines.skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(cell -> cell[3].equals(LISTEN) && inodes.contains(cell[9]))
                    .map(cell -> address(cell[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@code 0100007F:1F90} is 127.0.0.1:8080: words in the byte order of the machine, here
     * little-endian.
     */
    static InetSocketAddress address(String hex) {
        var colon = hex.indexOf(':');
        var words = HexFormat.of().parseHex(hex.substring(0, colon));
        var bytes = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i - i % 4 + 3 - i % 4];
        }
        try {
            return new InetSocketAddress(
                    InetAddress.getByAddress(bytes),
                    Integer.parseInt(hex.substring(colon + 1), 16));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(hex, e);
        }
    }
}
