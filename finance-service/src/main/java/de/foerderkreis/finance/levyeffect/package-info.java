/**
 * What a case costs each municipality: the levy effect (F35, Annex 2), its scenarios, and who may
 * see it.
 */
@NullMarked
package de.foerderkreis.finance.levyeffect;

import org.jspecify.annotations.NullMarked;
