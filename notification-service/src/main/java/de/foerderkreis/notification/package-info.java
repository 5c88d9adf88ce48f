/** Owns who is told what, when and by which channel, and the home page that says what waits. */
@NullMarked
package de.foerderkreis.notification;

import org.jspecify.annotations.NullMarked;
