/** What a person sees while the stack starts and stops. */
@NullMarked
package de.foerderkreis.devstack.console;

import org.jspecify.annotations.NullMarked;
