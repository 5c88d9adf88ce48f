package de.foerderkreis.platform.tenancy;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The district, and within it the organisation, whose rows the current work may see. It comes from
 * the caller's token, or is bound for work without one: an event, a deadline, an address that names
 * the district.
 */
public final class Tenancy {

    private static final ScopedValue<Scope> BOUND = ScopedValue.newInstance();

    private Tenancy() {}

    /**
     * The five-digit key of the district.
     *
     * @throws IllegalStateException if none is bound and the caller has none
     */
    public static String district() {
        return current()
                .orElseThrow(() -> new IllegalStateException("No district is bound to this work"))
                .district();
    }

    /** The organisation inside the district whose own drafts may be seen, if any. */
    public static @Nullable String organisation() {
        return current().map(Scope::organisation).orElse(null);
    }

    /** Does work for a district and, where given, as one of its organisations. */
    public static <T extends @Nullable Object> T call(
            String district, @Nullable String organisation, Supplier<T> work) {
        return ScopedValue.where(BOUND, new Scope(district, organisation)).call(work::get);
    }

    /** Does work for a district as none of its organisations. */
    public static void run(String district, Runnable work) {
        ScopedValue.where(BOUND, new Scope(district, null)).run(work);
    }

    static Optional<Scope> current() {
        if (BOUND.isBound()) {
            return Optional.of(BOUND.get());
        }
        return Callers.current().flatMap(Tenancy::ofCaller);
    }

    private static Optional<Scope> ofCaller(Caller caller) {
        var district = caller.district();
        return district == null
                ? Optional.empty()
                : Optional.of(new Scope(district, caller.organisation()));
    }

    /** What one transaction may see. */
    record Scope(String district, @Nullable String organisation) {}
}
