package de.foerderkreis.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * One of the nineteen towns with its invented people and its invented position (DEMO; domain story
 * step 15 to 17).
 *
 * @param slug as in the demo user names {@code mayor-<slug>} and {@code official-<slug>}
 * @param answeredOn business day on which its statement arrives
 */
public record Town(
        String ags,
        String slug,
        String salutation,
        String mayor,
        String official,
        String position,
        LocalDate answeredOn,
        List<String> reasons) {

    /** Name as in the register, for example {@code Hennef (Sieg)}. */
    public String name() {
        return resource("municipalities.csv")
                .lines()
                .filter(it -> it.startsWith(ags + ","))
                .map(it -> it.split(",", -1)[1])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(ags + " is in no register"));
    }

    /** All towns in the order of their official keys. */
    public static List<Town> all() {
        return resource("towns.csv").lines().skip(1).map(Town::parse).toList();
    }

    private static Town parse(String line) {
        var cell = line.split(",", -1);
        return new Town(
                cell[0],
                cell[1],
                cell[2],
                cell[3],
                cell[4],
                cell[5],
                LocalDate.parse(cell[6]),
                cell[7].isBlank() ? List.of() : List.of(cell[7].split(" ")));
    }

    static String resource(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String name) {
        try (var in = Town.class.getResourceAsStream("/story/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The story lacks its file " + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
