/** What the caller is told when something is wrong: RFC 9457 problems in German and English. */
@NullMarked
package de.foerderkreis.platform.problem;

import org.jspecify.annotations.NullMarked;
