/** What finance-service announces: levy bases, cost plans and levy effects. */
@NullMarked
package de.foerderkreis.contracts.finance;

import org.jspecify.annotations.NullMarked;
