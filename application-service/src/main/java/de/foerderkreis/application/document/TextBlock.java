package de.foerderkreis.application.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph or a list of a plain text: blank lines part paragraphs, lines that begin with {@code
 * - } or {@code 1. } are the points of a list.
 *
 * @param lines one for a paragraph, the points of a list without their marks
 */
public record TextBlock(Kind kind, List<String> lines) {

    /** What a block is. */
    public enum Kind {
        PARAGRAPH,
        BULLETS,
        NUMBERS
    }

    public TextBlock {
        lines = List.copyOf(lines);
    }

    /** The blocks of a text in their order; nothing for a blank one. */
    public static List<TextBlock> of(@Nullable String text) {
        var blocks = new ArrayList<TextBlock>();
        if (text == null) {
            return blocks;
        }
        var open = new ArrayList<String>();
        var kind = Kind.PARAGRAPH;
        for (var raw : text.lines().toList()) {
            var line = raw.strip();
            var next =
                    line.startsWith("- ")
                            ? Kind.BULLETS
                            : line.matches("\\d{1,2}\\. .*") ? Kind.NUMBERS : Kind.PARAGRAPH;
            if (line.isEmpty() || next != kind) {
                close(blocks, kind, open);
                kind = next;
            }
            if (!line.isEmpty()) {
                open.add(next == Kind.PARAGRAPH ? line : line.substring(line.indexOf(' ') + 1));
            }
        }
        close(blocks, kind, open);
        return List.copyOf(blocks);
    }

    private static void close(List<TextBlock> blocks, Kind kind, List<String> open) {
        if (!open.isEmpty()) {
            blocks.add(
                    new TextBlock(
                            kind, kind == Kind.PARAGRAPH ? List.of(String.join(" ", open)) : open));
            open.clear();
        }
    }

    public boolean paragraph() {
        return kind == Kind.PARAGRAPH;
    }

    public boolean numbered() {
        return kind == Kind.NUMBERS;
    }
}
