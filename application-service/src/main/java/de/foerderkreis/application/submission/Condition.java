package de.foerderkreis.application.submission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A condition of the authority's decision.
 *
 * @param dueOn day by which it has to be met
 * @param requirement code of the requirement it speaks of; that one is promised by the same day
 */
record Condition(String text, @Nullable LocalDate dueOn, @Nullable String requirement) {}
