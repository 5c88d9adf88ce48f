package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.apportionment.BurdenRule;
import de.foerderkreis.finance.apportionment.Rate;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.portal.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as it stands in an address.
 *
 * @param amount yearly cost, as people write it
 * @param rate rate to look at, percent
 * @param currentRate rate in force, percent
 * @param key name of a {@link Scenario.Key}
 * @param fundingEnds whether the grant is gone and the posts are kept
 * @param burden weights per euro of base, {@code 05382060:0.5}
 * @param discount percent off the regular share, {@code 05382060:50}
 * @param half municipalities whose base counts half, as the page's check boxes send them
 */
record ScenarioQuery(
        @Nullable String amount,
        @Nullable String rate,
        @Nullable String currentRate,
        @Nullable String key,
        @Nullable Boolean fundingEnds,
        @Nullable List<String> burden,
        @Nullable List<String> discount,
        @Nullable List<String> half) {

    private static final Pattern RULE = Pattern.compile("(\\d{8}):(\\d{1,3}(?:\\.\\d{1,3})?)");
    private static final long MOST_CENTS = 100_000_000_000L;

    /**
     * Reads the address.
     *
     * @throws Problem naming every part that cannot be read
     */
    Scenario read() {
        var errors = new ArrayList<FieldError>();
        var wantedAmount = amount(errors);
        var wantedRate = rate("rate", rate, errors);
        var wantedCurrent = rate("currentRate", currentRate, errors);
        var wantedKey =
                blank(key)
                        ? Optional.of(Scenario.Key.BASE)
                        : Arrays.stream(Scenario.Key.values())
                                .filter(it -> it.name().equals(key))
                                .findFirst();
        if (wantedKey.isEmpty()) {
            errors.add(FieldError.of("key", "levy-key-unknown"));
        }
        var rules = new ArrayList<BurdenRule>();
        // Thousandths: 0.5 of a weight, 50 % of a share.
        rules("burden", burden, 3, BurdenRule.Weighted::new, rules, errors);
        rules("discount", discount, 1, BurdenRule.FixedDiscount::new, rules, errors);
        if (half != null) {
            rules(
                    "half",
                    half.stream().filter(it -> !it.isBlank()).map(it -> it + ":0.5").toList(),
                    3,
                    BurdenRule.Weighted::new,
                    rules,
                    errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Scenario(
                wantedAmount.orElse(null),
                Boolean.TRUE.equals(fundingEnds),
                wantedKey.orElseThrow(),
                wantedRate.orElse(null),
                wantedCurrent.orElse(null),
                rules);
    }

    private Optional<Money> amount(List<FieldError> errors) {
        if (amount == null || amount.isBlank()) {
            return Optional.empty();
        }
        try {
            long cents = Formats.cents(amount);
            if (cents != 0 && Math.abs(cents) <= MOST_CENTS) {
                return Optional.of(Money.ofCents(cents));
            }
            errors.add(FieldError.of("amount", cents == 0 ? "amount-zero" : "amount-too-large"));
        } catch (NumberFormatException | ArithmeticException notAnAmount) {
            errors.add(FieldError.of("amount", "not-an-amount"));
        }
        return Optional.empty();
    }

    private static Optional<Rate> rate(
            String field, @Nullable String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        var rate = Rate.parse(text);
        if (rate.isEmpty()) {
            errors.add(FieldError.of(field, "levy-rate-malformed"));
        }
        return rate;
    }

    private static void rules(
            String field,
            @Nullable List<String> texts,
            int decimals,
            BiFunction<String, Integer, BurdenRule> rule,
            List<BurdenRule> rules,
            List<FieldError> errors) {
        for (String text : texts == null ? List.<String>of() : texts) {
            var matcher = RULE.matcher(text);
            try {
                if (!matcher.matches()) {
                    errors.add(FieldError.of(field, "levy-burden-malformed", text));
                } else {
                    int thousandths =
                            new BigDecimal(matcher.group(2))
                                    .movePointRight(decimals)
                                    .intValueExact();
                    rules.add(rule.apply(matcher.group(1), thousandths));
                }
            } catch (IllegalArgumentException | ArithmeticException outOfRange) {
                errors.add(FieldError.of(field, "levy-burden-malformed", text));
            }
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
