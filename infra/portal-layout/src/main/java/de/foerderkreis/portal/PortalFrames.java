package de.foerderkreis.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Makes the frame of the page being rendered; also for error pages, which no interceptor sees. */
public final class PortalFrames {

    private final ObjectProvider<PortalContext> context;
    private final PortalSettings settings;
    private final PortalAssets assets;

    PortalFrames(
            ObjectProvider<PortalContext> context, PortalSettings settings, PortalAssets assets) {
        this.context = context;
        this.settings = settings;
        this.assets = assets;
    }

    /** The frame of the current request. */
    public PortalFrame current() {
        var request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                        .getRequest();
        return request.getAttribute(PortalFrame.ATTRIBUTE) instanceof PortalFrame frame
                ? frame
                : of(request, LocaleContextHolder.getLocale());
    }

    PortalFrame of(HttpServletRequest request, Locale locale) {
        return new PortalFrame(request, context.getIfAvailable(), settings, assets, locale);
    }
}
