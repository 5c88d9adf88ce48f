package de.foerderkreis.platform.sample;

import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.security.FreshSecondFactor;
import de.foerderkreis.platform.security.PublicEndpoint;
import de.foerderkreis.platform.tenancy.Callers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** Everything a request can do wrong. */
@Controller
class SampleController {

    private final Rounds rounds;

    SampleController(Rounds rounds) {
        this.rounds = rounds;
    }

    record Order(
            @NotBlank @Size(max = 10) String title,
            Money amount,
            LocalDate dueOn,
            List<@Valid Item> items) {}

    record Item(@NotBlank String label) {}

    @PreAuthorize("hasRole('CLERK')")
    @ResponseBody
    @PostMapping("/api/sample/v1/orders")
    Order order(@Valid @RequestBody Order order) {
        return order;
    }

    @PreAuthorize("isAuthenticated()")
    @ResponseBody
    @GetMapping("/api/sample/v1/caller")
    Map<String, Object> caller() {
        var caller = Callers.require();
        return Map.of(
                "subject", caller.subject(),
                "organisation", caller.organisation(),
                "kind", caller.kind(),
                "roles", caller.roles().stream().sorted().toList());
    }

    @PreAuthorize("hasRole('CLERK')")
    @ResponseBody
    @GetMapping("/api/sample/v1/failure")
    String failure(@RequestParam int number) {
        throw switch (number) {
            case 1 -> Problem.stale(List.of("dueOn", "title"));
            case 2 -> Problem.conflict("round-closed", "Runde 1");
            case 3 -> Problem.notFound("round");
            default -> new IllegalStateException("secret of the inside");
        };
    }

    @PreAuthorize("hasRole('CLERK')")
    @ResponseBody
    @PostMapping("/api/sample/v1/upload")
    long upload(@RequestParam MultipartFile file) {
        return file.getSize();
    }

    @PreAuthorize("hasRole('CLERK')")
    @GetMapping("/seite/{number}")
    String page(@PathVariable int number) {
        throw Problem.notFound("seite");
    }

    @PreAuthorize("hasRole('CLERK')")
    @ResponseBody
    @PostMapping("/api/sample/v1/rounds")
    String open() {
        return rounds.open("Anhörung").toString();
    }

    @PreAuthorize("hasRole('LANDRAT')")
    @ResponseBody
    @PostMapping({"/api/sample/v1/signatures", "/unterschrift"})
    String sign() {
        try {
            return rounds.sign("Antrag");
        } catch (Problem refused) {
            return "the form again, with " + refused.type();
        }
    }

    @PreAuthorize("hasRole('LANDRAT')")
    @FreshSecondFactor(maxAge = 60)
    @ResponseBody
    @GetMapping("/unterschrift")
    String signaturePage() {
        return "Formular";
    }

    @PublicEndpoint
    @ResponseBody
    @GetMapping("/offen/{district}")
    String open(@PathVariable String district) {
        return "offen für " + district;
    }
}
