// Small conveniences. Every page reads and submits without this file.
(function () {
    'use strict';

    // A half-filled form is not lost to a slip of the finger: <form data-warn-unsaved>.
    var dirty = false;
    document.addEventListener('input', function (event) {
        var form = event.target.closest ? event.target.closest('form[data-warn-unsaved]') : null;
        if (form) {
            dirty = true;
        }
    });
    document.addEventListener('submit', function () {
        dirty = false;
    });
    window.addEventListener('beforeunload', function (event) {
        if (dirty) {
            event.preventDefault();
        }
    });
    // An autosaved form (htmx) is not unsaved.
    document.addEventListener('htmx:afterRequest', function (event) {
        if (event.detail && event.detail.successful && event.target.closest('form[data-warn-unsaved]')) {
            dirty = false;
        }
    });

    // Autosave met an expired session: say so and leave the text alone.
    document.addEventListener('htmx:responseError', function (event) {
        var notice = document.getElementById('fk-session');
        if (notice && event.detail && event.detail.xhr && event.detail.xhr.status === 401) {
            notice.hidden = false;
            notice.textContent = notice.dataset.text;
        }
    });

    // The error summary takes the focus, so that a screen reader starts there.
    var summary = document.querySelector('.fk-error-summary');
    if (summary) {
        summary.focus();
    }

    // Two clicks on "submit" send one form.
    document.addEventListener('submit', function (event) {
        var form = event.target;
        if (form.method !== 'post' || event.defaultPrevented) {
            return;
        }
        if (form.dataset.sent) {
            event.preventDefault();
            return;
        }
        form.dataset.sent = 'true';
        window.setTimeout(function () {
            delete form.dataset.sent;
        }, 5000);
    });

    document.addEventListener('click', function (event) {
        var button = event.target.closest ? event.target.closest('[data-print]') : null;
        if (button) {
            window.print();
        }
    });
    document.documentElement.classList.add('fk-js');
})();
