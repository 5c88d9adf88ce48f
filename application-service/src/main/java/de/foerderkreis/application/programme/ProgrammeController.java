package de.foerderkreis.application.programme;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Programme versions by API. */
@RestController
@RequestMapping("/api/application/v1/programmes")
class ProgrammeController {

    private final Programmes programmes;

    ProgrammeController(Programmes programmes) {
        this.programmes = programmes;
    }

    @GetMapping
    @PreAuthorize(Access.CASE_READERS)
    List<Summary> list() {
        return programmes.all().stream().map(Summary::of).toList();
    }

    @GetMapping("/{code}")
    @PreAuthorize(Access.CASE_READERS)
    Programme show(@PathVariable String code) {
        return programmes.find(code).orElseThrow(() -> Problem.notFound("programme"));
    }

    record Summary(
            String code,
            Text title,
            LocalDate validFrom,
            LocalDate validTo,
            Programme.FinancingType financingType,
            Money grantCapPerYear,
            BigDecimal maxPosts,
            String principleAuthority,
            String grantingAuthority) {

        static Summary of(Programme it) {
            return new Summary(
                    it.code(),
                    it.title(),
                    it.validFrom(),
                    it.validTo(),
                    it.financingType(),
                    it.grantCapPerYear(),
                    it.maxPosts(),
                    it.principleAuthority(),
                    it.grantingAuthority());
        }
    }
}
