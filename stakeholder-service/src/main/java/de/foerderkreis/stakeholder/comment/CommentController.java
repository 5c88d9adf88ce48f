package de.foerderkreis.stakeholder.comment;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.stakeholder.access.Access;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/stakeholder/v1/rounds/{roundId}/statement/comments")
class CommentController {

    private final Comments comments;

    CommentController(Comments comments) {
        this.comments = comments;
    }

    @GetMapping
    @PreAuthorize(Access.TOWN)
    List<Comment> list(@PathVariable UUID roundId) {
        return comments.of(Callers.require(), roundId);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.TOWN)
    List<Comment> write(@PathVariable UUID roundId, @Valid @RequestBody CommentRequest request) {
        comments.write(Callers.require(), roundId, request.comment());
        return list(roundId);
    }

    @DeleteMapping("/{commentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize(Access.TOWN)
    void withdraw(@PathVariable UUID roundId, @PathVariable UUID commentId) {
        comments.withdraw(Callers.require(), roundId, commentId);
    }

    record CommentRequest(@NotNull String comment) {}
}
