package de.foerderkreis.finance.staffing;

import de.foerderkreis.finance.access.Texts;
import de.foerderkreis.finance.reference.PostCategory;
import de.foerderkreis.finance.reference.Programme;
import de.foerderkreis.finance.staffing.StaffingPlan.Content;
import de.foerderkreis.portal.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * A box per post the programme pays for, filled as far as the plan fills it; released teachers
 * beside them. The figures stand in the table of the page.
 */
@Component
class PostsPicture {

    private static final int BOX = 34;
    private static final int GAP = 8;
    private static final int ROW = 68;

    private final Formats formats;
    private final Texts texts;

    PostsPicture(Formats formats, Texts texts) {
        this.formats = formats;
        this.texts = texts;
    }

    String svg(Content plan, Programme programme, Locale locale) {
        List<Row> rows = new ArrayList<>();
        for (PostCategory category : programme.postCategories()) {
            rows.add(
                    new Row(
                            category.label(locale),
                            texts.say(
                                    "finance.staff.picture.of",
                                    number(plan.of(category.code())),
                                    number(StaffingWarning.most(category))),
                            category.posts(),
                            category.maxPerPostThousandth(),
                            plan.of(category.code()).hundredths() * 10));
        }
        rows.add(
                new Row(
                        texts.say("finance.staff.teachers"),
                        number(Fte.ofPosts(plan.teachers())),
                        plan.teachers(),
                        1_000,
                        plan.teachers() * 1_000L));
        var svg = new StringBuilder(2_048);
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"fk-chart\" width=\"100%%\" height=\"%d\" role=\"img\" aria-labelledby=\"posts-t posts-d\">"
                        .formatted(rows.size() * ROW));
        svg.append("<title id=\"posts-t\">")
                .append(escaped(texts.say("finance.staff.picture.title")))
                .append("</title><desc id=\"posts-d\">")
                .append(
                        escaped(
                                texts.say(
                                        "finance.staff.picture.text",
                                        number(plan.fte()),
                                        plan.teachers(),
                                        number(plan.total()))))
                .append("</desc>");
        int y = 0;
        for (Row row : rows) {
            row.draw(svg, y);
            y += ROW;
        }
        return svg.append("</svg>").toString();
    }

    private String number(Fte fte) {
        return formats.number(fte.asDecimal(), 2);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }

    /**
     * One kind of post.
     *
     * @param boxes posts to draw
     * @param perBox thousandths of a full-time equivalent a full box stands for
     * @param filled thousandths to fill
     */
    private record Row(String label, String value, int boxes, long perBox, long filled) {

        void draw(StringBuilder svg, int y) {
            svg.append(
                    "<text x=\"0\" y=\"%d\">%s: <tspan class=\"fk-chart__strong\">%s</tspan></text>"
                            .formatted(y + 16, escaped(label), escaped(value)));
            long left = filled;
            for (int box = 0; box < boxes; box++) {
                long part = Math.max(0, Math.min(left, perBox));
                left -= part;
                // A half post is a half box, so that widths can be compared.
                long width = BOX * perBox / 1_000;
                int x = 1 + box * (BOX + GAP);
                rectangle(svg, "fk-chart__bar--less", x, y + 24, width);
                if (part > 0) {
                    rectangle(svg, "fk-chart__bar--own", x, y + 24, BOX * part / 1_000);
                }
            }
        }

        private static void rectangle(StringBuilder svg, String style, int x, int y, long width) {
            svg.append(
                    "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                            .formatted(style, x, y, width, BOX));
        }
    }
}
