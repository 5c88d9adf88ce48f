/** The business clock of profile demo: it stands still and is moved by event. */
@NullMarked
package de.foerderkreis.platform.demo;

import org.jspecify.annotations.NullMarked;
