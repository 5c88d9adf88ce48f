/** Funding programmes as data: reads, checks and announces the packs shipped or installed. */
@NullMarked
package de.foerderkreis.application.programme;

import org.jspecify.annotations.NullMarked;
