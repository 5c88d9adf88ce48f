package de.foerderkreis.finance.reference;

import de.foerderkreis.platform.money.Money;
import java.time.LocalDate;

/**
 * A funding programme as application-service last described it.
 *
 * @param grantCapPerYear most the state pays per year (F25), EUR
 * @param maxPostsThousandth funded posts in thousandths of a full-time equivalent (F26)
 * @param validTo last day of the programme (F24)
 */
public record Programme(
        String code,
        String title,
        LocalDate validFrom,
        LocalDate validTo,
        String financingType,
        Money grantCapPerYear,
        long maxPostsThousandth) {}
