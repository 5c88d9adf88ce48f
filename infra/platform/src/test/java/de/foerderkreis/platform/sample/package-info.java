/** A small service on the platform, the subject of its tests. */
@NullMarked
package de.foerderkreis.platform.sample;

import org.jspecify.annotations.NullMarked;
