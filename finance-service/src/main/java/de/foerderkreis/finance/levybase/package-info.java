/**
 * Levy bases (Umlagegrundlagen): versions per year from a file, their publication, and the rates in
 * force.
 */
@NullMarked
package de.foerderkreis.finance.levybase;

import org.jspecify.annotations.NullMarked;
