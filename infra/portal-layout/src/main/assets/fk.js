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
    // Sheets (<form data-sheet>): up, down and Enter go from line to line within a column.
    document.addEventListener('keydown', function (event) {
        var field = event.target;
        if (!field.closest || !field.closest('form[data-sheet] table') || field.tagName !== 'INPUT' || field.type !== 'text') {
            return;
        }
        var step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : (event.key === 'ArrowUp' ? -1 : 0);
        if (step === 0 || event.ctrlKey || event.altKey || event.metaKey) {
            return;
        }
        var column = (field.name || '').replace(/\[\d+]/, '[]');
        var fields = Array.prototype.filter.call(field.form.elements, function (other) {
            return other.tagName === 'INPUT' && (other.name || '').replace(/\[\d+]/, '[]') === column;
        });
        var next = fields[fields.indexOf(field) + step];
        event.preventDefault();
        if (next) {
            next.focus();
            next.select();
        }
    });

    // Their sums follow what is typed, in whole cents; the server computes them again.
    function cents(text) {
        var clean = text.replace(/[\s\u00a0\u202f€]/g, '');
        var last = Math.max(clean.lastIndexOf(','), clean.lastIndexOf('.'));
        var mark = last >= 0 && clean.length - last - 1 !== 3;
        var whole = mark ? clean.slice(0, last) : clean;
        var fraction = mark ? clean.slice(last + 1) : '';
        if (!/^(\d+|\d{1,3}([.,'’])\d{3}(\2\d{3})*)$/.test(whole) || (mark && !/^\d{1,2}$/.test(fraction))) {
            return null;
        }
        return BigInt(whole.replace(/[.,'’]/g, '') + (fraction + '00').slice(0, 2));
    }
    function thousandths(text) {
        var match = /^\s*(\d{1,5})(?:[.,](\d{1,3}))?\s*$/.exec(text);
        return match ? BigInt(match[1] + ((match[2] || '') + '000').slice(0, 3)) : null;
    }
    function money(value) {
        var english = document.documentElement.lang.slice(0, 2) === 'en';
        var digits = (value < 0 ? -value : value).toString().padStart(3, '0');
        var whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, english ? ',' : '.');
        var text = whole + (english ? '.' : ',') + digits.slice(-2);
        return (value < 0 ? '\u2212' : '') + (english ? '€' + text : text + '\u00a0€');
    }
    function sum(form) {
        var none = BigInt(0);
        var sums = {PERSONNEL: none, MATERIAL: none, GRANT: none, SAVING: none};
        form.querySelectorAll('[data-row]').forEach(function (row) {
            var kind = row.querySelector('[data-kind]').value.split(':')[0];
            var quantity = thousandths(row.querySelector('[data-quantity]').value);
            var unit = cents(row.querySelector('[data-unit]').value);
            var known = quantity !== null && unit !== null && quantity > none;
            var amount = known ? (quantity * unit + BigInt(500)) / BigInt(1000) : none;
            var taken = kind === 'GRANT' || kind === 'SAVING';
            row.querySelector('[data-amount]').textContent = known ? money(taken ? -amount : amount) : '';
            if (known && kind in sums) {
                sums[kind] += amount;
            }
        });
        var gross = sums.PERSONNEL + sums.MATERIAL;
        var shown = {gross: gross, grant: -sums.GRANT, saving: -sums.SAVING, net: gross - sums.GRANT - sums.SAVING};
        Object.keys(shown).forEach(function (name) {
            var place = form.querySelector('[data-sum="' + name + '"]');
            if (place) {
                place.textContent = money(shown[name]);
            }
        });
    }
    document.addEventListener('input', function (event) {
        var form = event.target.closest ? event.target.closest('form[data-sheet]') : null;
        if (form && form.querySelector('[data-row]')) {
            sum(form);
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
