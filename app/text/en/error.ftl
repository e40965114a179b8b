# Pages that say why there is no page.

error-not-found-title = There is no page here
error-not-found-text = Check the address, or begin on the home page.
error-forbidden-title = You cannot do this here
error-forbidden-text = Your role does not allow it. The working group's page says who holds which role.
error-home = Home page
error-stale-form-title = This form cannot be used any more
error-stale-form-text = Your session has ended, or the form came from another one. Nothing was recorded. Sign in and open the page again.
error-stale-form-typed = What you typed
error-failed-title = Something failed on our side
error-failed-text = Nothing was changed. Try again later.
error-reference = Reference to quote: { $id }
error-too-large-title = The form is too large
error-too-large-text = Nothing was recorded. A file has at most 25 MB, a text at most 20,000 characters. Go back and shorten what you sent.
error-not-a-form-title = This form cannot be read
error-not-a-form-text = Nothing was recorded. Go back, load the page again and send the form once more.
error-too-often-title = Too much at once
error-too-often-text = Nothing was recorded. Wait ten seconds and try again.
