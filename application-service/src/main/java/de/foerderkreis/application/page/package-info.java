/**
 * What the pages of all modules share: reading a form, and telling a refusal beside the input it
 * concerns.
 */
@NullMarked
package de.foerderkreis.application.page;

import org.jspecify.annotations.NullMarked;
