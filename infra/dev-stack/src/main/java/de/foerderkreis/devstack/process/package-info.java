/**
 * Child processes: started apart from the terminal, recorded on disk, recognised again, stopped for
 * sure.
 */
@NullMarked
package de.foerderkreis.devstack.process;

import org.jspecify.annotations.NullMarked;
