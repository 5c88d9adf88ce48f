/** How a town signs what it hands in: its own choice (domain §2.11). */
@NullMarked
package de.foerderkreis.stakeholder.signing;

import org.jspecify.annotations.NullMarked;
