/** Applications of both stages, from the draft over the guarded submission to the decision. */
@NullMarked
package de.foerderkreis.application.submission;

import org.jspecify.annotations.NullMarked;
