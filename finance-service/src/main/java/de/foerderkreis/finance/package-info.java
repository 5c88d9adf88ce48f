/** Owns the money: cost plans, levy bases and what a plan costs each municipality. */
@NullMarked
package de.foerderkreis.finance;

import org.jspecify.annotations.NullMarked;
