/** Tables as files, in and out: read with everything that is wrong in them, written harmless. */
@NullMarked
package de.foerderkreis.finance.spreadsheet;

import org.jspecify.annotations.NullMarked;
