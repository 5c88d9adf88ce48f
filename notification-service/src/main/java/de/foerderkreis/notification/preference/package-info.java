/** Which notices a function wants by mail; what is told by duty cannot be switched off. */
@NullMarked
package de.foerderkreis.notification.preference;

import org.jspecify.annotations.NullMarked;
