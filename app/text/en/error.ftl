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
