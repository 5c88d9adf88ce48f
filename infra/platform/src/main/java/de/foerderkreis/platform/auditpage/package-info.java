/**
 * The trail as pages for the auditor. Template and texts belong to whoever brings the page frame;
 * without them there are no pages.
 */
@NullMarked
package de.foerderkreis.platform.auditpage;

import org.jspecify.annotations.NullMarked;
