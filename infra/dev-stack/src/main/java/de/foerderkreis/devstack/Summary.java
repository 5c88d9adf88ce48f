package de.foerderkreis.devstack;

import java.util.List;

/** What a person needs to know when everything runs. */
final class Summary {

    private static final List<String> LOGINS =
            List.of(
                    "clerk              Sachbearbeitung im Kreis / clerk",
                    "head               Amtsleitung / head of unit",
                    "treasurer          Kämmerei / treasurer",
                    "landrat            Landrat / head of the district",
                    "council-secretary  Kreistagsbüro / council secretary",
                    "auditor            Rechnungsprüfung / auditor",
                    "admin              Administration / administrator",
                    "mayor-troisdorf    Bürgermeister / mayor (likewise for the other 18 towns)",
                    "official-troisdorf Rathaus / municipal official (likewise)",
                    "official-joint-office  Rathaus zweier Gemeinden / official of two municipalities",
                    "partner-caritas    Partner / partner organisation",
                    "reviewer-mais      Ministerium / state reviewer");

    private Summary() {}

    static String of(RunningStack stack, Options options, boolean supervised) {
        var text = new StringBuilder("\n");
        if (options.only().isEmpty()) {
            text.append("  Portal    ").append(stack.portalUri()).append('\n');
            text.append("  Mails     ").append(stack.mailUri()).append('\n');
            text.append("  Password  ")
                    .append(stack.demoPassword())
                    .append("  (of every demo user)\n")
                    .append("  Code      ")
                    .append(stack.portalUri())
                    .append("/demo/code  (confirmation code, when a step asks for one)\n\n");
            LOGINS.forEach(login -> text.append("    ").append(login).append('\n'));
            text.append('\n');
        } else {
            text.append("  Ready: ").append(String.join(", ", stack.pids().keySet())).append('\n');
        }
        text.append(supervised ? "  ./start --stop ends it.\n" : "  Ctrl-C ends it.\n");
        return text.toString();
    }
}
