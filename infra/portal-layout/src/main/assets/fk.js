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
    // Saves while its author writes: <form data-autosave="/address">. The answer names hidden fields to go on with and a
    // sentence to show; a colleague's change (409) only says so, the form's own buttons then show both versions.
    document.querySelectorAll('form[data-autosave]').forEach(function (form) {
        var state = form.querySelector('[data-autosave-state]');
        var timer = 0;
        var running = false;
        var typedSince = false;

        function say(text) {
            if (state) {
                state.textContent = text;
            }
        }

        function later(pause) {
            window.clearTimeout(timer);
            timer = window.setTimeout(save, pause);
        }

        function saved(answer) {
            Object.keys(answer.fields).forEach(function (name) {
                var field = form.elements.namedItem(name);
                if (field) {
                    field.value = answer.fields[name];
                }
            });
            say(answer.saved);
            if (typedSince) {
                later(1500);
            } else {
                dirty = false;
            }
        }

        function refused(status) {
            if (status === 409) {
                say(form.dataset.autosaveConflict);
                form.removeAttribute('data-autosave');
            } else if (status === 401) {
                var notice = document.getElementById('fk-session');
                if (notice) {
                    notice.hidden = false;
                    notice.textContent = notice.dataset.text;
                }
            } else {
                say(form.dataset.autosaveFailed);
                later(10000);
            }
        }

        function save() {
            if (running || !form.dataset.autosave) {
                return;
            }
            running = true;
            typedSince = false;
            fetch(form.dataset.autosave, {
                method: 'POST',
                credentials: 'same-origin',
                redirect: 'error',
                headers: { Accept: 'application/json' },
                body: new URLSearchParams(new FormData(form))
            }).then(function (response) {
                running = false;
                return response.ok ? response.json().then(saved) : refused(response.status);
            }).catch(function () {
                running = false;
                refused(0);
            });
        }

        form.addEventListener('input', function () {
            typedSince = true;
            later(1500);
        });
        form.addEventListener('submit', function () {
            window.clearTimeout(timer);
        });
    });

    document.documentElement.classList.add('fk-js');
})();
