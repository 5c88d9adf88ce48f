/** Latencies of the running system, each beside the bare floor of the same run. */
@NullMarked
package de.foerderkreis.benchmarks;

import org.jspecify.annotations.NullMarked;
