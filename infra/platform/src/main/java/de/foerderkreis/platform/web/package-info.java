/** What every HTTP interface of a service has in common. */
@NullMarked
package de.foerderkreis.platform.web;

import org.jspecify.annotations.NullMarked;
