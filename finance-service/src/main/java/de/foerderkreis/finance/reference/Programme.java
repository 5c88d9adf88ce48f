package de.foerderkreis.finance.reference;

import de.foerderkreis.platform.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A funding programme as application-service last described it.
 *
 * @param grantCapPerYear most the state pays per year (F25), EUR
 * @param maxPostsThousandth funded posts in thousandths of a full-time equivalent (F26)
 * @param validTo last day of the programme (F24)
 * @param postCategories empty while only a description without them has arrived
 * @param authorities empty while only a description without them has arrived
 */
public record Programme(
        String code,
        String title,
        LocalDate validFrom,
        LocalDate validTo,
        String financingType,
        Money grantCapPerYear,
        long maxPostsThousandth,
        List<PostCategory> postCategories,
        List<Authority> authorities) {

    public Programme {
        postCategories = List.copyOf(postCategories);
        authorities = List.copyOf(authorities);
    }

    public Optional<PostCategory> postCategory(String category) {
        return postCategories.stream().filter(it -> it.code().equals(category)).findFirst();
    }

    /** What a kind of post is called; its code where the programme does not say. */
    public String postLabel(String category, Locale locale) {
        return postCategory(category).map(it -> it.label(locale)).orElse(category);
    }

    /** What an authority is called; its code where the programme does not say. */
    public String authorityLabel(String authority, Locale locale) {
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        return authorities.stream()
                .filter(it -> it.code().equals(authority))
                .map(it -> english ? it.labelEn() : it.labelDe())
                .findFirst()
                .orElse(authority);
    }
}
