/** Amounts of money as whole cents. */
@NullMarked
package de.foerderkreis.platform.money;

import org.jspecify.annotations.NullMarked;
