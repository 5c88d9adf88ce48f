package de.foerderkreis.notification.recipient;

import de.foerderkreis.platform.tenancy.Caller;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The office or function somebody is told in. People are only its holders, so a message is bound to
 * it and not to them.
 */
public enum Function {
    MAYOR("MAYOR"),
    OFFICIAL("MUNICIPAL_OFFICIAL"),
    CLERK("CLERK"),
    HEAD("HEAD"),
    TREASURER("TREASURER"),
    LANDRAT("LANDRAT"),
    COUNCIL_SECRETARY("COUNCIL_SECRETARY"),
    PARTNER_CONTACT("PARTNER");

    private final String role;

    Function(String role) {
        this.role = role;
    }

    /** The functions whose messages a caller sees: those of its roles, in its own organisation. */
    public static Set<Function> of(Caller caller) {
        var functions = EnumSet.noneOf(Function.class);
        Arrays.stream(values()).filter(it -> caller.has(it.role)).forEach(functions::add);
        return functions;
    }

    /** The function of that name in the contracts; one unknown here is nobody's. */
    public static Optional<Function> named(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }

    /** The function whose holders have a realm role, upper case. */
    public static Optional<Function> ofRole(String realmRole) {
        return Arrays.stream(values()).filter(it -> it.is(realmRole)).findFirst();
    }

    /** The realm role of its holders, upper case. */
    public String role() {
        return role;
    }

    /** Whether holders of this realm role, upper case, hold the function. */
    public boolean is(@Nullable String realmRole) {
        return role.equals(realmRole);
    }
}
