package de.foerderkreis.finance.reference;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Posts of one kind the programme pays for (F26).
 *
 * @param posts how many
 * @param maxPerPostThousandth most of a full-time equivalent per post, in thousandths
 */
public record PostCategory(
        String code, String labelDe, String labelEn, int posts, long maxPerPostThousandth) {

    /** Most the programme pays for in this kind, in thousandths of a full-time equivalent. */
    public long maxThousandth() {
        return posts * maxPerPostThousandth;
    }

    /** The same as a decimal number. */
    public BigDecimal max() {
        return BigDecimal.valueOf(maxThousandth(), 3);
    }

    public String label(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? labelEn : labelDe;
    }
}
