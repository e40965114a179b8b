# A person's own page.

account-title = Your account
account-who = Who you are here
account-roles = Roles
account-all-groups = all working groups
account-mandates = Mandates
account-no-mandate = None
account-profile = What others see
account-profile-office = Your office. Only your own party sees your name.
account-language = Language
account-language-hint = The language navigation at the top changes the language of your desk and keeps the choice.
account-password = Password
account-password-hint = At least 15 characters; a few unrelated words are good. All your other sessions end.
account-password-deed = Change the password
account-language-field = Language
account-language-deed = Set the language
account-theme = Colours
account-theme-field = Colours of the desk
account-theme-deed = Save the colours
theme-system = As the system has them
theme-light = Light
theme-dark = Dark
