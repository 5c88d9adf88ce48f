/** What only the demonstration on one machine has: the second factor of its users on a page. */
@NullMarked
package de.foerderkreis.gateway.demo;

import org.jspecify.annotations.NullMarked;
