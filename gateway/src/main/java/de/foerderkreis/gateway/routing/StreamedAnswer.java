package de.foerderkreis.gateway.routing;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer on its way to the browser, passed on as it arrives. */
class StreamedAnswer implements ServerResponse {

    private static final int BUFFER = 16 * 1024;

    private final ClassicHttpResponse answer;
    private final Consumer<HttpServletResponse> headers;

    StreamedAnswer(ClassicHttpResponse answer, Consumer<HttpServletResponse> headers) {
        this.answer = answer;
        this.headers = headers;
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(answer.getCode());
    }

    @Override
    public HttpHeaders headers() {
        return new HttpHeaders();
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(
            HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try (answer) {
            response.setStatus(answer.getCode());
            headers.accept(response);
            var entity = answer.getEntity();
            if (entity == null) {
                return null;
            }
            if (entity.getContentLength() >= 0) {
                response.setContentLengthLong(entity.getContentLength());
            }
            var events =
                    response.getContentType() != null
                            && response.getContentType().startsWith("text/event-stream");
            var in = entity.getContent();
            var out = response.getOutputStream();
            var length = entity.getContentLength();
            var buffer = new byte[length > 0 && length < BUFFER ? (int) length : BUFFER];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                if (events) {
                    out.flush();
                }
            }
        }
        return null;
    }
}
